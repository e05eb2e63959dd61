/** Who looks at a page: the language and time zone that it is made for. */
package io.jenkins.plugins.aiimage.jenkins.reader;
