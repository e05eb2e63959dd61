/**
 * An OCI distribution client and the credentials for it. It holds no thread and no connection that
 * would keep the JVM alive.
 */
package io.jenkins.plugins.aiimage.registry;
