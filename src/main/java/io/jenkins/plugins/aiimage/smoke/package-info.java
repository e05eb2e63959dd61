/** The use case that tries whether an image does what it is for, before people rely on it. */
package io.jenkins.plugins.aiimage.smoke;
