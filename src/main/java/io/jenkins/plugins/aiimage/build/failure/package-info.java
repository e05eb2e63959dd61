/** What a build says when it fails, and what that means. */
package io.jenkins.plugins.aiimage.build.failure;
