/** The use case: Trivy's databases, fetched once and whole for all who scan on a machine. */
package io.jenkins.plugins.aiimage.trivy;
