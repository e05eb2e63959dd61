package hudson.remoting;

import org.jenkinsci.remoting.ChannelStateException;

public class ChannelClosedException extends ChannelStateException {
  public ChannelClosedException() {
    super((Channel) null, (String) null);
  }

  public ChannelClosedException(Throwable cause) {
    super((Channel) null, (String) null);
  }

  public ChannelClosedException(Channel channel, Throwable cause) {
    super((Channel) null, (String) null);
  }

  public ChannelClosedException(String message, Throwable cause) {
    super((Channel) null, (String) null);
  }

  public ChannelClosedException(Channel channel, String message, Throwable cause) {
    super((Channel) null, (String) null);
  }
}
