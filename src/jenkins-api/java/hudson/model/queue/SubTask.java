package hudson.model.queue;

public interface SubTask {}
