/** The HTTP API of a Docker engine: exactly as much of HTTP/1.1 as its streams of lines need. */
package io.jenkins.plugins.aiimage.build.engine.api;
