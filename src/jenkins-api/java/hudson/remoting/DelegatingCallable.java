package hudson.remoting;

public interface DelegatingCallable<V, T extends Throwable> extends Callable<V, T> {}
