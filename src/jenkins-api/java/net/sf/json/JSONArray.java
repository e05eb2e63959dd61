package net.sf.json;

import java.util.Collection;
import java.util.Map;

public final class JSONArray extends AbstractJSON implements JSON {
  public JSONArray() {}

  public static JSONArray fromObject(Object object) {
    throw new UnsupportedOperationException();
  }

  public boolean add(Object value) {
    throw new UnsupportedOperationException();
  }

  public JSONArray element(boolean value) {
    throw new UnsupportedOperationException();
  }

  public JSONArray element(Collection value) {
    throw new UnsupportedOperationException();
  }

  public JSONArray element(double value) {
    throw new UnsupportedOperationException();
  }

  public JSONArray element(int value) {
    throw new UnsupportedOperationException();
  }

  public JSONArray element(JSONObject value) {
    throw new UnsupportedOperationException();
  }

  public JSONArray element(long value) {
    throw new UnsupportedOperationException();
  }

  public JSONArray element(Map value) {
    throw new UnsupportedOperationException();
  }

  public JSONArray element(Object value) {
    throw new UnsupportedOperationException();
  }

  public JSONArray element(String value) {
    throw new UnsupportedOperationException();
  }

  public Object get(int index) {
    throw new UnsupportedOperationException();
  }

  public JSONObject getJSONObject(int index) {
    throw new UnsupportedOperationException();
  }

  public String getString(int index) {
    throw new UnsupportedOperationException();
  }

  public int size() {
    throw new UnsupportedOperationException();
  }
}
