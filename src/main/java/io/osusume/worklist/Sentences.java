package io.osusume.worklist;

import io.osusume.config.ReasonTemplates;
import io.osusume.config.RunConfig.Language;
import io.osusume.tables.Customers;
import io.osusume.tables.Offers;
import io.osusume.tables.Task;
import io.osusume.text.Writing;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What to say to the customer, in the customer's language; and why, to the team, in the configured one. */
final class Sentences implements Serializable {
    private static final Set<String> NAMES = Set.of("product", "ticket");
    private static final String TYPE = "type";

    private final Language standard;
    private final Map<Language, ReasonTemplates> said = new EnumMap<>(Language.class);
    private final Map<Language, Writing> written = new EnumMap<>(Language.class);
    private final ReasonTemplates evidence;
    private final Map<String, String> types;

    Sentences(Language standard) {
        this.standard = standard;
        this.evidence = ReasonTemplates.tasksEvidence(standard);
        this.types = ReasonTemplates.offerTypes(standard);
        for (Language language : Language.values()) {
            said.put(language, ReasonTemplates.tasks(language));
            written.put(language, new Writing(language));
        }
    }

    /** What the offer that is made or brought along says, else our own sentence. */
    String toCustomer(Todo todo, Subject subject) {
        if (todo.offer().isPresent() && !todo.code().equals(Talks.AWAITING)) {
            return todo.offer().get().text(Offers.REASON_TEXT);
        }
        Language language = Writing.language(subject.text(Customers.LOCALE), standard);
        return said.get(language).fill(todo.code(), figures(todo, language));
    }

    String toTeam(Todo todo) {
        Map<String, Object> figures = figures(todo, standard);
        String ofOffer = todo.offer().map(o -> o.text(Offers.EVIDENCE_TEXT)).orElse("");
        if (todo.task() == Task.OFFER) {
            return ofOffer;
        }
        figures.put("offer", todo.offer().map(this::offer).orElse("no"));
        figures.put("evidence", ofOffer);
        return evidence.fill(todo.code(), figures).strip();
    }

    private String offer(Subject.Offer offer) {
        String name = offer.text(Offers.PRODUCT_NAME);
        String type = types.get(offer.text(Offers.OFFER_TYPE));
        return name == null ? type : type + " " + written.get(standard).name(name);
    }

    private Map<String, Object> figures(Todo todo, Language language) {
        Map<String, Object> figures = new HashMap<>();
        todo.figures().forEach((name, figure) -> figures.put(name, figure(name, figure, language)));
        return figures;
    }

    private Object figure(String name, Object figure, Language language) {
        if (NAMES.contains(name)) {
            return written.get(language).name((String) figure);
        }
        if (name.equals(TYPE)) {
            return types.getOrDefault((String) figure, (String) figure);
        }
        return figure instanceof LocalDate day ? written.get(language).date(day) : figure;
    }
}
