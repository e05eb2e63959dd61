/** The use case: Compose file → what fits → services, stage by stage → tests → all stopped. */
package io.jenkins.plugins.aiimage.start;
