// The portal works without this file, except that Enter does not send. It is read before the page is, and listens on the
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

  // One press, one request: a second press while the first is under way is dropped.
  document.addEventListener("submit", (event) => {
    if (event.target.method !== "post") {
      return;
    }
    if (event.target.classList.contains("is-busy")) {
      event.preventDefault();
      return;
    }
    event.target.classList.add("is-busy");
  });
  window.addEventListener("pageshow", () => {
    document.querySelectorAll("form.is-busy").forEach((form) => form.classList.remove("is-busy"));
  });

  whenThere(() => {
    // What was refused is what one looks for; otherwise the last question, unless the address names a place itself.
    const refused = document.querySelector(".turns .notice-error");
    const asked = document.querySelectorAll(".turns > .turn-person");
    if (refused) {
      refused.scrollIntoView({ block: "center" });
    } else if (asked.length > 1 && !location.hash) {
      asked[asked.length - 1].scrollIntoView({ block: "start" });
    }
  });
})();
