package org.onmaru.server.city.administration;

import org.onmaru.server.city.identity.People;
import org.onmaru.server.settings.OnmaruSettings;
import org.springframework.stereotype.Component;

/// Whose system this is, as everybody may know.
@Component
public class WhoseCity {

    private final OnmaruSettings settings;
    private final People people;

    WhoseCity(OnmaruSettings settings, People people) {
        this.settings = settings;
        this.people = people;
    }

    /// @param demo true when people in the data are invented, however the server was started
    /// @param official true when the city says that this is an official site of the nation's e-government
    public record City(String name, String nameEn, boolean demo, boolean official) {}

    public City city() {
        var city = settings.city();
        var demo = people.anyInvented();
        return new City(city.name(), city.nameEn(), demo, city.official() && !demo);
    }
}
