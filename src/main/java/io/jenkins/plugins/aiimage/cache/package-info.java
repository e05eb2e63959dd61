/** Where finished images are kept: a repository of a registry, or of the local engine. */
package io.jenkins.plugins.aiimage.cache;
