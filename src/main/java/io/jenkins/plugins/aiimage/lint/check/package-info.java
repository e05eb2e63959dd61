/** What is looked for in a Dockerfile, a class for each rule. */
package io.jenkins.plugins.aiimage.lint.check;
