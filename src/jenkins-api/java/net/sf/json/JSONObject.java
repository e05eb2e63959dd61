package net.sf.json;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

public final class JSONObject extends AbstractJSON implements JSON {
  public JSONObject() {}

  public JSONObject(boolean isNull) {}

  public static JSONObject fromObject(Object object) {
    throw new UnsupportedOperationException();
  }

  public JSONObject accumulate(String key, boolean value) {
    throw new UnsupportedOperationException();
  }

  public JSONObject accumulate(String key, double value) {
    throw new UnsupportedOperationException();
  }

  public JSONObject accumulate(String key, int value) {
    throw new UnsupportedOperationException();
  }

  public JSONObject accumulate(String key, long value) {
    throw new UnsupportedOperationException();
  }

  public JSONObject accumulate(String key, Object value) {
    throw new UnsupportedOperationException();
  }

  public boolean containsKey(Object key) {
    throw new UnsupportedOperationException();
  }

  public JSONObject element(String key, boolean value) {
    throw new UnsupportedOperationException();
  }

  public JSONObject element(String key, Collection value) {
    throw new UnsupportedOperationException();
  }

  public JSONObject element(String key, double value) {
    throw new UnsupportedOperationException();
  }

  public JSONObject element(String key, int value) {
    throw new UnsupportedOperationException();
  }

  public JSONObject element(String key, long value) {
    throw new UnsupportedOperationException();
  }

  public JSONObject element(String key, Map value) {
    throw new UnsupportedOperationException();
  }

  public JSONObject element(String key, Object value) {
    throw new UnsupportedOperationException();
  }

  public Object get(Object key) {
    throw new UnsupportedOperationException();
  }

  public Object get(String key) {
    throw new UnsupportedOperationException();
  }

  public boolean getBoolean(String key) {
    throw new UnsupportedOperationException();
  }

  public int getInt(String key) {
    throw new UnsupportedOperationException();
  }

  public JSONArray getJSONArray(String key) {
    throw new UnsupportedOperationException();
  }

  public JSONObject getJSONObject(String key) {
    throw new UnsupportedOperationException();
  }

  public long getLong(String key) {
    throw new UnsupportedOperationException();
  }

  public String getString(String key) {
    throw new UnsupportedOperationException();
  }

  public boolean has(String key) {
    throw new UnsupportedOperationException();
  }

  public boolean isNullObject() {
    throw new UnsupportedOperationException();
  }

  public Set<String> keySet() {
    throw new UnsupportedOperationException();
  }

  public boolean optBoolean(String key) {
    throw new UnsupportedOperationException();
  }

  public boolean optBoolean(String key, boolean defaultValue) {
    throw new UnsupportedOperationException();
  }

  public int optInt(String key) {
    throw new UnsupportedOperationException();
  }

  public int optInt(String key, int defaultValue) {
    throw new UnsupportedOperationException();
  }

  public JSONArray optJSONArray(String key) {
    throw new UnsupportedOperationException();
  }

  public JSONObject optJSONObject(String key) {
    throw new UnsupportedOperationException();
  }

  public String optString(String key) {
    throw new UnsupportedOperationException();
  }

  public String optString(String key, String defaultValue) {
    throw new UnsupportedOperationException();
  }

  public Object put(String key, Object value) {
    throw new UnsupportedOperationException();
  }
}
