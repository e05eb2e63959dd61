package io.jenkins.plugins.aiimage.build.failure;

/** A line of this form is a sign. */
record Evidence(Sign sign, Weight weight, Template template) implements Meaning {}
