package io.jenkins.plugins.aiimage.dockerfile;

/**
 * A stretch of instructions of one stage that is built and cached as a whole.
 *
 * @param name unique in the file
 * @param stage index of its stage
 * @param firstInstruction index in the stage's instructions, from 0
 * @param endInstruction index after its last instruction
 * @param settings what its mark says; all empty for a phase that was found
 */
public record Phase(
    String name, int stage, int firstInstruction, int endInstruction, PhaseSettings settings) {}
