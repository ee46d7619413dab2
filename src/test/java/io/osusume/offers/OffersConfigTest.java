package io.osusume.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.osusume.config.ReasonTemplates;
import io.osusume.config.RunConfig.Language;
import io.osusume.errors.UserException;
import io.osusume.tables.OfferType;
import io.osusume.tables.Trigger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings of offers that cannot hold are errors before anything starts, each with its key, value and fix. */
class OffersConfigTest {
    @TempDir
    Path dir;

    @Test
    void priorsLieBetweenZeroAndOneAndNameWhatThereIs() {
        assertThatThrownBy(() -> Shelf.config(
                        "offers.acceptance.priors.upsell.any.any=1.5",
                        "offers.acceptance.priors.upsel.any.any=0.1",
                        "offers.acceptance.priors.upsell.monday.any=0.1"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("offers.acceptance.priors.upsell.any.any = 1.5")
                .hasMessageContaining("must be between")
                .hasMessageContaining("offers.acceptance.priors.upsel.any.any = upsel")
                .hasMessageContaining("is not known; did you mean \"upsell\"?" + " one of bundle, cross_sell, ")
                .hasMessageContaining("offers.acceptance.priors.upsell.monday.any = monday")
                .hasMessageContaining("is not known; one of account_surge, any, cancel_risk, ");
        assertThatThrownBy(() -> Shelf.config(
                        "offers.acceptance.priors.upsell.renewel.any=0.1",
                        "offers.acceptance.priors.upsell.any.fatiged=0.1"))
                .hasMessageContaining("offers.acceptance.priors.upsell.renewel.any = renewel")
                .hasMessageContaining("did you mean \"renewal\"?")
                .hasMessageContaining("offers.acceptance.priors.upsell.any.fatiged = fatiged")
                .hasMessageContaining("did you mean \"fatigued\"?"
                        + " one of any, at_risk, care, develop, fatigued, nurture, opted_out, ready, watch");
        assertThatThrownBy(() -> Shelf.config("offers.acceptance.priors.cross_sell.any.any.any=0.1"))
                .hasMessageContaining("offers.acceptance.priors.cross_sell.any.any.any = 0.1")
                .hasMessageContaining("is not of the form type.trigger.segment");
    }

    @Test
    void aConditionThatIsNoneIsToldBeforeTheNight() {
        assertThatThrownBy(() -> Shelf.config("offers.exclude=\"category = 'tobacco\""))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("offers.exclude = category = 'tobacco")
                .hasMessageContaining("is not a Spark SQL expression")
                .hasMessageContaining("write a condition over the columns of products");
    }

    @Test
    void aWindowDoesNotEndBeforeItStarts() {
        assertThatThrownBy(() -> Shelf.config("offers.triggers.renewal.opens=5"))
                .hasMessageContaining("offers.triggers.renewal.closes = 0")
                .hasMessageContaining("the window ends before it starts (opens = 5)");
        assertThatThrownBy(() -> Shelf.config("offers.silence.ignored_days=3"))
                .hasMessageContaining("offers.silence.ignored_days = 3")
                .hasMessageContaining("the silence ends before it starts");
    }

    @Test
    void anOfferWithoutTriggerRanksBelow() {
        assertThatThrownBy(() -> Shelf.config("offers.triggers.none.weight=3"))
                .hasMessageContaining("must not be above the weight of any trigger");
    }

    @Test
    void typesAndEventsAreKnown() {
        assertThatThrownBy(() -> Shelf.config("offers.max_per_type.downsel=1"))
                .hasMessageContaining("offers.max_per_type.downsel = downsel")
                .hasMessageContaining("did you mean \"downsell\"?" + " one of bundle, cross_sell, ");
        assertThatThrownBy(() -> Shelf.config("offers.silence.declined_days.bundel=30"))
                .hasMessageContaining("offers.silence.declined_days.bundel = bundel")
                .hasMessageContaining("did you mean \"bundle\"?");
        assertThatThrownBy(() -> Shelf.config("offers.triggers.heavy_spent.weight=2"))
                .hasMessageContaining("did you mean \"offers.triggers.heavy_spend\"?");
        assertThatThrownBy(() -> Shelf.config("offers.silence.touch_events=[delivered, clickd]"))
                .hasMessageContaining("offers.silence.touch_events = clickd")
                .hasMessageContaining("is not known; did you mean \"clicked\"? one of accepted, clicked, declined,"
                        + " delivered, unsubscribed, viewed, withheld");
        assertThatThrownBy(() -> Shelf.config("offers.silence.touch_events=[withheld]"))
                .hasMessageContaining("offers.silence.touch_events = withheld")
                .hasMessageContaining("is no touch; any of [delivered, viewed, clicked, accepted, declined]");
    }

    @Test
    void aTemplateWithAnUnknownPlaceholderIsAnError() throws IOException {
        Path file = Files.writeString(dir.resolve("own.properties"), """
                also_bought = Buy {produkt}!
                no_code = x
                cross_sell.post_purchase = {anchor}
                cross_sell.renewal.also_held = {percent} % have {product, plural, other {it}}
                upsell.monday = x
                step_down = {saving
                """);
        assertThatThrownBy(() -> Shelf.config("offers.reasons.en=" + file))
                .hasMessageContaining("offers.reasons.en = " + file)
                .hasMessageContaining("the template of also_bought has the unknown placeholder {produkt}")
                .hasMessageContaining("did you mean {product}? placeholders: all, anchor, count, ")
                .hasMessageContaining("\"no_code\" is no reason code, and no offer type with a trigger")
                .hasMessageContaining("\"upsell.monday\" is no reason code")
                // Not all cross-sells build on something.
                .hasMessageContaining("the template of cross_sell.post_purchase has the unknown placeholder {anchor}")
                // A name has no plural.
                .hasMessageContaining("the template of cross_sell.renewal.also_held cannot be read")
                .hasMessageContaining("the template of step_down cannot be read");
        assertThatThrownBy(() -> Shelf.config("offers.reasons.ja=" + dir.resolve("none")))
                .hasMessageContaining("no such file");
    }

    @Test
    void aCompanysOwnSentenceStandsOverTheBuiltInOne() throws IOException {
        Path file = Files.writeString(dir.resolve("own.properties"), """
                also_bought = {anchor} のお供に {product}
                cross_sell.renewal = 更新の折に {product}
                cross_sell.renewal.also_held = {items}の更新の折に {product}
                """);
        ReasonTemplates templates =
                Shelf.config("offers.reasons.ja=" + file).offers().reasons().of(Language.JA);
        Map<String, String> figures = Map.of("anchor", "PC", "product", "$1 {マウス}", "items", "会計");
        assertThat(templates.fill("also_bought", figures)).isEqualTo("PC のお供に $1 {マウス}");
        assertThat(templates.fill("help_first", Map.of("anchor", "A"))).contains("Aのことでお困り");
        assertThat(templates.fill(occasion(Trigger.RENEWAL, "also_bought"), figures))
                .isEqualTo("更新の折に $1 {マウス}");
        assertThat(templates.fill(occasion(Trigger.RENEWAL, "also_held"), figures))
                .isEqualTo("会計の更新の折に $1 {マウス}");
        assertThat(templates.fill(occasion(Trigger.INTEREST, "also_bought"), figures))
                .isEqualTo("PC のお供に $1 {マウス}");
    }

    private static ReasonTemplates.Occasion occasion(Trigger trigger, String code) {
        return new ReasonTemplates.Occasion(OfferType.CROSS_SELL, trigger, code);
    }
}
