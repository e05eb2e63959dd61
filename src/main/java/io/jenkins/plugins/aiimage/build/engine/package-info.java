/** Container engines and their builders. */
package io.jenkins.plugins.aiimage.build.engine;
