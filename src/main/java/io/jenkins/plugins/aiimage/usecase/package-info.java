/** What every use case needs: its parameters read, its story told, the user's cache folder. */
package io.jenkins.plugins.aiimage.usecase;
