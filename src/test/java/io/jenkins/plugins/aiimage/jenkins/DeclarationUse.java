package io.jenkins.plugins.aiimage.jenkins;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaEnumConstant;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Follows from our classes which declared types and members they need, directly or for another. */
final class DeclarationUse {
  private static final Set<String> OF_EVERY_OBJECT = Set.of("equals", "hashCode", "toString");

  private final Set<JavaClass> declared;
  private final Set<JavaClass> types = new HashSet<>();
  private final Set<JavaMember> members = new HashSet<>();

  DeclarationUse(Set<JavaClass> declared, Set<JavaClass> ours) {
    this.declared = declared;
    ours.forEach(this::follow);
    int before;
    do {
      before = members.size();
      Set.copyOf(types).forEach(this::useImplementations);
      Set.copyOf(types).forEach(this::useSecondAbstractMethod);
    } while (members.size() > before);
  }

  boolean uses(JavaClass type) {
    return types.contains(type);
  }

  boolean uses(JavaMember member) {
    return members.contains(member);
  }

  private void follow(JavaClass ours) {
    ours.getDirectDependenciesFromSelf().forEach(one -> use(one.getTargetClass()));
    ours.getAccessesFromSelf()
        .forEach(access -> access.getTarget().resolveMember().ifPresent(this::use));
    useAnnotations(ours.getAnnotations());
    ours.getMembers().forEach(this::useAnnotations);
    supertypes(ours)
        .flatMap(type -> type.getMethods().stream())
        .filter(method -> isAbstract(method) || isDeclaredIn(ours, method))
        .forEach(this::use);
  }

  private void use(JavaClass used) {
    JavaClass type = used.getBaseComponentType();
    if (!declared.contains(type) || !types.add(type)) {
      return;
    }
    type.getEnclosingClass().ifPresent(this::use);
    type.getSuperclass().ifPresent(this::use);
    type.getInterfaces().forEach(this::use);
    type.getTypeParameters().forEach(this::use);
    useAnnotations(type.getAnnotations());
    type.getConstructorCallsFromSelf()
        .forEach(call -> call.getTarget().resolveMember().ifPresent(this::use));
  }

  private void use(JavaType type) {
    type.getAllInvolvedRawTypes().forEach(this::use);
  }

  private void use(JavaMember member) {
    if (!declared.contains(member.getOwner()) || !members.add(member)) {
      return;
    }
    use(member.getOwner());
    member.getAllInvolvedRawTypes().forEach(this::use);
    useAnnotations(member);
    if (member instanceof JavaCodeUnit code) {
      code.getExceptionTypes().forEach(this::use);
    }
    if (member instanceof JavaMethod method) {
      method.getDefaultValue().ifPresent(this::useValue);
      if (isSynthetic(method)) {
        method.getOwner().getMethods().stream()
            .filter(other -> isBridgedBy(other, method))
            .forEach(this::use);
      }
    }
  }

  /** Without these the declarations would not compile. */
  private void useImplementations(JavaClass type) {
    if (Stream.concat(Stream.of(type), type.getAllSubclasses().stream())
        .allMatch(one -> one.getModifiers().contains(JavaModifier.ABSTRACT))) {
      return;
    }
    for (JavaMethod method : type.getMethods()) {
      if (supertypes(type).anyMatch(supertype -> leavesOpen(supertype, method))
          && type.getAllRawSuperclasses().stream()
              .noneMatch(supertype -> implementsAlready(supertype, method))) {
        use(method);
      }
    }
  }

  /** With one abstract method only, an interface would take lambdas that Jenkins' does not. */
  private void useSecondAbstractMethod(JavaClass type) {
    if (!type.isInterface() || type.isAnnotation()) {
      return;
    }
    Map<Boolean, List<JavaMethod>> needed =
        Stream.concat(Stream.of(type), supertypes(type))
            .flatMap(one -> one.getMethods().stream())
            .filter(method -> isAbstract(method) && !OF_EVERY_OBJECT.contains(method.getName()))
            .sorted(Comparator.comparing(JavaMethod::getFullName))
            .collect(Collectors.partitioningBy(this::isNeeded));
    if (needed.get(true).size() == 1) {
      needed.get(false).stream().findFirst().ifPresent(this::use);
    }
  }

  private boolean isNeeded(JavaMethod method) {
    return !declared.contains(method.getOwner()) || members.contains(method);
  }

  private boolean leavesOpen(JavaClass type, JavaMethod method) {
    return type.getMethods().stream()
        .anyMatch(other -> isAbstract(other) && isSame(other, method) && isNeeded(other));
  }

  private boolean implementsAlready(JavaClass type, JavaMethod method) {
    return type.getMethods().stream()
        .anyMatch(other -> !isAbstract(other) && isSame(other, method) && isNeeded(other));
  }

  private void useAnnotations(JavaMember member) {
    useAnnotations(member.getAnnotations());
    if (member instanceof JavaCodeUnit code) {
      code.getParameterAnnotations().forEach(this::useAnnotations);
    }
  }

  private void useAnnotations(Collection<? extends JavaAnnotation<?>> annotations) {
    annotations.forEach(this::useAnnotation);
  }

  private void useAnnotation(JavaAnnotation<?> annotation) {
    use(annotation.getRawType());
    for (JavaMethod member : annotation.getRawType().getMethods()) {
      annotation
          .tryGetExplicitlyDeclaredProperty(member.getName())
          .ifPresent(
              value -> {
                use(member);
                useValue(value);
              });
    }
  }

  private void useValue(Object value) {
    if (value instanceof Object[] values) {
      Stream.of(values).forEach(this::useValue);
    } else if (value instanceof JavaEnumConstant constant) {
      use(constant.getDeclaringClass().getField(constant.name()));
    } else if (value instanceof JavaAnnotation<?> annotation) {
      useAnnotation(annotation);
    }
  }

  private static Stream<JavaClass> supertypes(JavaClass type) {
    return Stream.concat(
        type.getAllRawSuperclasses().stream(), type.getAllRawInterfaces().stream());
  }

  private static boolean isDeclaredIn(JavaClass type, JavaMethod method) {
    return type.getMethods().stream().anyMatch(other -> isSame(other, method));
  }

  private static boolean isSame(JavaMethod one, JavaMethod other) {
    return one.getName().equals(other.getName())
        && one.getRawParameterTypes().equals(other.getRawParameterTypes());
  }

  private static boolean isBridgedBy(JavaMethod method, JavaMethod bridge) {
    return !isSynthetic(method)
        && method.getName().equals(bridge.getName())
        && method.getRawParameterTypes().size() == bridge.getRawParameterTypes().size();
  }

  private static boolean isAbstract(JavaMethod method) {
    return method.getModifiers().contains(JavaModifier.ABSTRACT);
  }

  private static boolean isSynthetic(JavaMethod method) {
    return method.getModifiers().contains(JavaModifier.SYNTHETIC);
  }
}
