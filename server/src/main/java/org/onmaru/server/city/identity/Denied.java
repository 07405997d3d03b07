package org.onmaru.server.city.identity;

/// The actor may not do this. Becomes 401 for nobody, 403 for somebody.
public final class Denied extends RuntimeException {

    private final transient Actor actor;
    private final Permission permission;

    public Denied(Actor actor, Permission permission) {
        super(permission + " refused");
        this.actor = actor;
        this.permission = permission;
    }

    public Actor actor() {
        return actor;
    }

    public Permission permission() {
        return permission;
    }
}
