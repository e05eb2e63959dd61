/**
 * The use case that removes what this program set and nobody needs any more: tags of a registry, or
 * names of the local engine. What a person set, and whatever is unclear, stays.
 */
package io.jenkins.plugins.aiimage.clean;
