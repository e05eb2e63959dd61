/** The use case: an image with this content exists afterwards, found or built. */
package io.jenkins.plugins.aiimage.prepare;
