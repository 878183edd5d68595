// The portal works without this file, except that Enter does not send, nobody sees how far a turn is, and no keys are listened to. It is read before the page is, and listens on the
// document, so that a key pressed while the page still arrives counts.
(() => {
  const composer = () => document.querySelector(".composer");
  const text = () => document.querySelector(".composer-text");

  // Runs when the whole page is there: a form sent before would lack its last fields.
  const whenThere = (action) =>
    document.readyState === "loading" ? document.addEventListener("DOMContentLoaded", action) : action();

  document.addEventListener("keydown", (event) => {
    const sends = event.key === "Enter" && !event.shiftKey && !event.isComposing;
    if (sends && event.target.matches(".composer-text")) {
      event.preventDefault();
      if (event.target.value.trim()) {
        whenThere(() => composer().querySelector(".composer-send").click());
      }
    }
  });

  document.addEventListener("click", (event) => {
    const chip = event.target.closest("[data-say]");
    if (chip) {
      text().value = chip.dataset.say;
      text().focus();
    }
  });

  // Copies what a field shows; without a clipboard the field is selected, to be copied by hand.
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copy]");
    if (button) {
      const field = document.getElementById(button.dataset.copy);
      field.select();
      navigator.clipboard?.writeText(field.value).then(() => (button.textContent = "Copied"), () => {});
    }
  });

  const post = (address, body) =>
    fetch(address, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

  // Server-sent events of an answer, each with its name and its data.
  async function* events(answer) {
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = "";
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const blocks = (rest + part.value.replaceAll("\r", "")).split("\n\n");
      rest = blocks.pop();
      for (const block of blocks) {
        const of = (field) =>
          block.split("\n").filter((line) => line.startsWith(field)).map((line) => line.slice(field.length).trim()).join("\n");
        if (of("data:")) {
          yield { name: of("event:"), data: JSON.parse(of("data:")) };
        }
      }
    }
  }

  const stageWords = ({ stage, provider }) => ({
    PLANNING: "Reading your sentence",
    ASKING: `Asking ${provider}`,
    FELL_BACK: `${provider} gave nothing of use; reading it without`,
    PREVIEWING: "Finding out what would change",
  })[stage];

  // The conversation as the server shows it now, in place of this one; what was typed meanwhile stays.
  const renew = async (address) => {
    const page = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
    const typed = text().value;
    for (const part of ["main", "rail"]) {
      document.getElementById(part).replaceWith(document.importNode(page.getElementById(part), true));
    }
    history.replaceState(null, "", address);
    text().value = typed;
    text().focus();
    showKeys();
    showLast();
  };

  // Says what is in the composer and shows how far it is. Without it the form is sent like any other.
  const say = async (form) => {
    const sentence = text().value;
    const coming = document.getElementById("coming");
    const unsaid = document.getElementById("unsaid");
    const stages = coming.querySelector(".stages");
    const refuse = (why) => {
      coming.hidden = true;
      unsaid.hidden = false;
      unsaid.querySelector("p").textContent = why;
      text().value ||= sentence;
      form.classList.remove("is-busy");
    };
    form.classList.add("is-busy");
    unsaid.hidden = true;
    stages.replaceChildren();
    coming.querySelector(".said-now").textContent = sentence;
    coming.hidden = false;
    coming.scrollIntoView({ block: "end" });
    text().value = "";
    try {
      const answer = await post(form.querySelector("[data-stream]").dataset.stream, {
        text: sentence,
        conversationId: form.elements.c.value,
      });
      if (!answer.ok) {
        return refuse((await answer.json()).detail);
      }
      for await (const { name, data } of events(answer)) {
        if (name === "progress") {
          stages.append(Object.assign(document.createElement("li"), { textContent: stageWords(data) }));
        } else if (name === "problem") {
          return refuse(data.detail);
        } else if (name === "turn") {
          return await renew(`conversation?w=${form.elements.w.value}&c=${data.conversationId}`);
        }
      }
      throw new Error("the answer ended early");
    } catch {
      refuse("The connection was lost. The sentence may have arrived: look at the conversation again before you say it once more.");
    }
  };

  // One press, one request: a second press while the first is under way is dropped.
  document.addEventListener("submit", (event) => {
    if (event.target.method !== "post") {
      return;
    }
    if (event.target.classList.contains("is-busy")) {
      event.preventDefault();
      return;
    }
    if (event.submitter?.matches(".composer-send") && text().value.trim()) {
      event.preventDefault();
      say(event.target);
      return;
    }
    event.target.classList.add("is-busy");
  });
  window.addEventListener("pageshow", () => {
    document.querySelectorAll("form.is-busy").forEach((form) => form.classList.remove("is-busy"));
  });

  const last = (selector) => [...document.querySelectorAll(selector)].pop();

  // What was refused is what one looks for; otherwise the last question, unless the address names a place itself.
  const showLast = () => {
    const refused = document.querySelector(".turns .notice-error");
    const asked = document.querySelectorAll(".turns-form .turn-person");
    if (refused) {
      refused.scrollIntoView({ block: "center" });
    } else if (asked.length > 1 && !location.hash) {
      asked[asked.length - 1].scrollIntoView({ block: "start" });
    }
  };

  // What only the script can do is shown where the script runs.
  const showKeys = () => document.querySelectorAll("[data-open], .keys-hint").forEach((each) => (each.hidden = false));

  // ---------- the palette ----------
  const palette = () => document.getElementById("palette");
  let choices = [];
  let marked = 0;

  const links = () =>
    [...document.querySelectorAll("#rail a.rail-link")].map((link) => ({
      kind: link.getAttribute("href").startsWith("table?") ? "Table" : "Page",
      label: link.querySelector(".rail-text").textContent,
      address: link.href,
    }));

  const show = () => {
    const words = palette().querySelector("input").value.toLowerCase().split(/\s+/);
    const found = choices.filter((one) => words.every((word) => one.label.toLowerCase().includes(word))).slice(0, 12);
    const list = document.getElementById("palette-list");
    marked = Math.max(0, Math.min(marked, found.length - 1));
    list.replaceChildren(...found.map((one, index) => {
      const line = document.createElement("li");
      line.id = `choice-${index}`;
      line.setAttribute("role", "option");
      line.setAttribute("aria-selected", index === marked);
      line.append(Object.assign(document.createElement("span"), { className: "palette-kind", textContent: one.kind }), one.label);
      line.addEventListener("click", () => take(one));
      return line;
    }));
    palette().querySelector("input").setAttribute("aria-activedescendant", found.length ? `choice-${marked}` : "");
    list.children[marked]?.scrollIntoView({ block: "nearest" });
    return found;
  };

  // A sentence is put into the conversation, where one looks at it before it is sent.
  const take = ({ address, label }) => {
    palette().close();
    if (address) {
      location.assign(address);
    } else if (text()) {
      text().value = label;
      text().focus();
    } else {
      location.assign(`${palette().dataset.conversation}&say=${encodeURIComponent(label)}`);
    }
  };

  const openPalette = async () => {
    const input = palette().querySelector("input");
    input.value = "";
    marked = 0;
    choices = links();
    palette().showModal();
    show();
    const answer = await fetch(palette().dataset.suggestions);
    if (answer.ok) {
      const { examples, recent } = await answer.json();
      choices = [
        ...choices,
        ...recent.map((label) => ({ kind: "Said", label })),
        ...examples.filter((one) => !recent.includes(one)).map((label) => ({ kind: "Example", label })),
      ];
      show();
    }
  };

  document.addEventListener("input", (event) => {
    if (event.target.matches("#palette input")) {
      marked = 0;
      show();
    }
  });

  const inPalette = (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      marked += event.key === "ArrowDown" ? 1 : -1;
      show();
    } else if (event.key === "Enter" && !event.isComposing) {
      event.preventDefault();
      const written = event.target.value.trim();
      const found = show();
      if (found.length || written) {
        take(found[marked] ?? { label: written });
      }
    }
  };

  // ---------- the keyboard; ? lists it ----------
  const open = (name) => (name === "palette" ? openPalette() : document.getElementById(name).showModal());

  const goTo = (selector) => {
    const there = last(selector);
    there?.scrollIntoView({ block: "center" });
    there?.focus();
  };

  // Whoever speaks to the machine, or strikes keys unawares, switches them off (WCAG 2.2, 2.1.4); kept by the browser.
  const SINGLE_KEYS = "frontless.single-keys";
  const singleKeys = () => localStorage.getItem(SINGLE_KEYS) !== "off";

  const KEYS = {
    "?": () => open("shortcuts"),
    "/": () => (text() ? text().focus() : location.assign(palette().dataset.conversation)),
    c: () => goTo(".plan button[name=confirm], .plan button[name=ask], .plan button[name=approve]"),
    u: () => goTo(".plan button[name=undo]"),
    e: () => {
      const fold = last(".plan .edit");
      if (fold) {
        fold.open = true;
        fold.scrollIntoView({ block: "center" });
        fold.querySelector("input").focus();
      }
    },
  };

  document.addEventListener("keydown", (event) => {
    if (!palette()) {
      return;
    }
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
      event.preventDefault();
      if (!palette().open) {
        openPalette();
      }
      return;
    }
    if (event.target.matches("#palette input")) {
      inPalette(event);
      return;
    }
    if (event.target.matches(".edit input") && event.key === "Enter") {
      event.preventDefault();
      event.target.closest(".edit").querySelector("button").click();
      return;
    }
    if (event.target.matches(".composer-text") && event.key === "ArrowUp" && !event.target.value) {
      event.preventDefault();
      event.target.value = last(".turns-form .said")?.textContent ?? "";
      return;
    }
    if (event.target.matches("input, textarea, select")) {
      if (event.key === "Escape") {
        event.target.blur();
      }
      return;
    }
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !document.querySelector("dialog[open]");
    if (plain && singleKeys() && Object.hasOwn(KEYS, event.key)) {
      event.preventDefault();
      KEYS[event.key]();
    }
  });

  document.addEventListener("change", (event) => {
    if (event.target.matches("#single-keys")) {
      localStorage.setItem(SINGLE_KEYS, event.target.checked ? "on" : "off");
    }
  });

  document.addEventListener("click", (event) => {
    const opens = event.target.closest("[data-open]");
    if (opens) {
      open(opens.dataset.open);
    }
  });

  whenThere(() => {
    const switched = document.getElementById("single-keys");
    if (switched) {
      switched.checked = singleKeys();
    }
    showKeys();
    showLast();
  });
})();
