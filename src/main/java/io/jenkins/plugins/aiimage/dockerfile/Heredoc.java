package io.jenkins.plugins.aiimage.dockerfile;

/**
 * A here-document of a RUN, COPY or ADD.
 *
 * @param name the word that ends it; for COPY and ADD also the name of the file it becomes
 * @param body its lines, line ends included; leading tabs removed where {@code <<-} asks for it
 * @param expand whether variables in the body are expanded (the word was not quoted)
 */
public record Heredoc(String name, String body, boolean expand) {}
