package dev.primacy.cdi;

import java.util.concurrent.ThreadFactory;

/**
 * Makes threads with the context of the application, the server's where there is one. An injectable
 * bean, for Primacy's own modules; they are plain threads, which whoever asks for them names and
 * ends.
 *
 * @since 0.1
 */
public interface ApplicationThreads extends ThreadFactory {}
