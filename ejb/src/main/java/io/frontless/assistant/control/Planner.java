package io.frontless.assistant.control;

/** The port behind which every planner lives, with or without a model. It proposes and has no way to execute. */
public interface Planner {

    /** What the sentence asks for. Never throws for a sentence it does not understand: that is a proposal too. */
    Proposal propose(PlanningRequest request);
}
