package io.jenkins.plugins.aiimage.jenkins;

import java.lang.annotation.Annotation;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds where a declared type differs from the real one; what a declaration leaves out is no
 * difference.
 */
final class TypeComparison {
  private static final int VISIBILITY = Modifier.PUBLIC | Modifier.PROTECTED | Modifier.PRIVATE;
  private static final int TYPE = VISIBILITY | Modifier.STATIC | Modifier.ABSTRACT | Modifier.FINAL;
  private static final int VARARGS = 0x80;

  private final List<String> differences;

  TypeComparison(List<String> differences) {
    this.differences = differences;
  }

  void compare(Class<?> declared, Class<?> real) throws IllegalAccessException {
    String name = declared.getName();
    int relevant = declared.isEnum() ? VISIBILITY | Modifier.STATIC : TYPE;
    same(
        name + " modifiers",
        bits(declared.getModifiers(), relevant),
        bits(real.getModifiers(), relevant));
    same(name + " kind", kind(declared), kind(real));
    same(
        name + " type parameters",
        declared.getTypeParameters().length,
        real.getTypeParameters().length);
    Set<String> supertypes = new TreeSet<>();
    allSupertypes(real).forEach(type -> supertypes.add(type.getName()));
    for (Class<?> supertype : directSupertypes(declared)) {
      if (!supertypes.contains(supertype.getName())) {
        differences.add(name + " is declared a " + supertype.getName() + ", which it is not.");
      }
    }
    if (declared.isAnnotation()) {
      compareAnnotation(declared, real);
    }
    for (Constructor<?> constructor : declared.getDeclaredConstructors()) {
      if (visible(constructor.getModifiers()) && !constructor.isSynthetic() && !declared.isEnum()) {
        compare(name, constructor, find(List.of(real.getDeclaredConstructors()), constructor));
      }
    }
    for (Method method : declared.getDeclaredMethods()) {
      if (visible(method.getModifiers()) && !method.isSynthetic()) {
        compareMethod(name, method, real);
      }
    }
    for (Field field : declared.getDeclaredFields()) {
      if (visible(field.getModifiers()) && !field.isSynthetic()) {
        compareField(name + "." + field.getName(), field, real);
      }
    }
    if (declared.isInterface()
        && !declared.isAnnotation()
        && abstractMethods(declared).size() == 1) {
      same(name + " as a lambda's type", abstractMethods(declared), abstractMethods(real));
    }
  }

  private void compareAnnotation(Class<?> declared, Class<?> real) {
    for (Class<? extends Annotation> meta :
        List.of(Retention.class, Target.class, Inherited.class)) {
      Object one = declared.getAnnotation(meta);
      Object other = real.getAnnotation(meta);
      same(declared.getName() + " meta-annotation", Objects.toString(one), Objects.toString(other));
    }
  }

  private void compareMethod(String name, Method declared, Class<?> real) {
    List<Method> candidates = new ArrayList<>();
    for (Class<?> type : allSupertypes(real)) {
      for (Method method : type.getDeclaredMethods()) {
        if (method.getName().equals(declared.getName())
            && method.getReturnType().getName().equals(declared.getReturnType().getName())) {
          candidates.add(method);
        }
      }
    }
    Method match = find(candidates, declared);
    compare(name, declared, match);
    if (match != null) {
      String where = name + "." + declared.getName();
      same(where + " default", text(declared.getDefaultValue()), text(match.getDefaultValue()));
    }
  }

  private void compare(String name, Executable declared, Executable real) {
    String where = name + " " + declared;
    if (real == null) {
      differences.add(where + " does not exist.");
      return;
    }
    int relevant = TYPE | VARARGS;
    same(
        where + " modifiers",
        bits(declared.getModifiers(), relevant),
        bits(real.getModifiers(), relevant));
    same(
        where + " type parameters",
        declared.getTypeParameters().length,
        real.getTypeParameters().length);
    same(where + " checked exceptions", checked(declared), checked(real));
  }

  private void compareField(String where, Field declared, Class<?> type)
      throws IllegalAccessException {
    Field real;
    try {
      real = type.getDeclaredField(declared.getName());
    } catch (NoSuchFieldException e) {
      differences.add(where + " does not exist.");
      return;
    }
    same(where + " type", declared.getType().getName(), real.getType().getName());
    same(
        where + " modifiers", bits(declared.getModifiers(), TYPE), bits(real.getModifiers(), TYPE));
    int constant = Modifier.STATIC | Modifier.FINAL;
    if ((declared.getModifiers() & constant) == constant
        && (declared.getType().isPrimitive() || declared.getType() == String.class)) {
      declared.setAccessible(true);
      Object value = declared.get(null);
      if (value != null) { // else it is no constant and not copied
        real.setAccessible(true);
        same(where + " value", value, real.get(null));
      }
    }
  }

  /** A method that the real supertypes leave open would fail when it is first called. */
  void requireImplementations(Class<?> type) {
    if (Modifier.isAbstract(type.getModifiers())) {
      return;
    }
    Set<String> open = new TreeSet<>();
    Set<String> done = new TreeSet<>();
    for (Class<?> supertype : allSupertypes(type)) {
      for (Method method : supertype.getDeclaredMethods()) {
        (Modifier.isAbstract(method.getModifiers()) ? open : done).add(signature(method));
      }
    }
    open.removeAll(done);
    for (String method : open) {
      differences.add(type.getName() + " does not implement " + method + ".");
    }
  }

  private static <T extends Executable> T find(List<T> candidates, Executable declared) {
    for (T candidate : candidates) {
      if (signature(candidate).equals(signature(declared))) {
        return candidate;
      }
    }
    return null;
  }

  private static String signature(Executable executable) {
    StringBuilder text = new StringBuilder(executable.getName()).append('(');
    for (Class<?> parameter : executable.getParameterTypes()) {
      text.append(parameter.getName()).append(',');
    }
    return text.append(')').toString();
  }

  private static Set<String> abstractMethods(Class<?> type) {
    Set<String> names = new TreeSet<>();
    for (Method method : type.getMethods()) {
      if (Modifier.isAbstract(method.getModifiers())) {
        names.add(signature(method));
      }
    }
    for (Method method : Object.class.getMethods()) {
      names.remove(signature(method));
    }
    return names;
  }

  private static Set<String> checked(Executable executable) {
    Set<String> names = new TreeSet<>();
    for (Class<?> type : executable.getExceptionTypes()) {
      if (!RuntimeException.class.isAssignableFrom(type) && !Error.class.isAssignableFrom(type)) {
        names.add(type.getName());
      }
    }
    return names;
  }

  private static Set<Class<?>> directSupertypes(Class<?> type) {
    Set<Class<?>> types = new LinkedHashSet<>();
    if (type.getSuperclass() != null) {
      types.add(type.getSuperclass());
    }
    types.addAll(Arrays.asList(type.getInterfaces()));
    return types;
  }

  /** The type itself first, then classes before interfaces of the same level. */
  private static Set<Class<?>> allSupertypes(Class<?> type) {
    Set<Class<?>> types = new LinkedHashSet<>();
    types.add(type);
    for (Class<?> supertype : directSupertypes(type)) {
      types.addAll(allSupertypes(supertype));
    }
    return types;
  }

  private static String kind(Class<?> type) {
    return type.isAnnotation()
        ? "@interface"
        : type.isInterface() ? "interface" : type.isEnum() ? "enum" : "class";
  }

  private static boolean visible(int modifiers) {
    return (modifiers & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0;
  }

  private static String bits(int modifiers, int relevant) {
    return Modifier.toString(modifiers & relevant);
  }

  private static String text(Object value) {
    return Arrays.deepToString(new Object[] {value});
  }

  private void same(String what, Object declared, Object real) {
    if (!declared.equals(real)) {
      differences.add(what + ": declared as '" + declared + "', really '" + real + "'.");
    }
  }
}
