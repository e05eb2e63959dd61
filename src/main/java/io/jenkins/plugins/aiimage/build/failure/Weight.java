package io.jenkins.plugins.aiimage.build.failure;

/** How much a text of the table says about why a build fails, from little to much. */
enum Weight {
  /** Adds the subject to what was said before. */
  DETAIL,
  /** A warning: the tool goes on. */
  WEAK,
  /** Often the consequence of what was said before. */
  SEQUEL,
  STRONG,
  /** Whatever is said besides: a full disk makes tools say many things. */
  OVERRULING
}
