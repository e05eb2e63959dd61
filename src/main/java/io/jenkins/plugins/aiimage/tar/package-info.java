/** Tar archives of plain files, written and read strictly. */
package io.jenkins.plugins.aiimage.tar;
