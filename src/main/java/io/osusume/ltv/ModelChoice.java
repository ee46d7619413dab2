package io.osusume.ltv;

import io.osusume.config.LtvConfig;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which purchase model is used when {@code ltv.model = auto}: of those in {@code ltv.validation.models}, fitted two windows
 * before as-of, the one under which what came in the window after was likeliest, among those that hold: fitted one window
 * before as-of, their mean absolute error in the last window is at most that of going on at the rate of repeat orders so far.
 * Where none holds, {@link ShrunkNaive}.
 */
final class ModelChoice {
    /** The least share of shrinkage that a sentence tells. */
    private static final double TOLD = 0.005;

    private final LtvConfig config;
    private final Trials tries;

    ModelChoice(LtvConfig config) {
        this.config = config;
        this.tries = new Trials(config);
    }

    /**
     * The answer.
     *
     * @param model null where none held
     * @param instead what stands in then; null otherwise
     * @param trials of all models, the likeliest first; none where there was too little to try
     * @param note what to say of it; blank for nothing
     */
    record Chosen(PurchaseModel model, ShrunkNaive instead, List<ModelTrial> trials, String note) {}

    Chosen of(HeldOutWindows windows) {
        PurchaseHistories before = windows.histories(1, 0);
        if (tries.tooFew(before)) {
            return untried("too few customers had come back before them");
        }
        List<ModelTrial> trials = trials(models(), windows, before);
        Optional<ModelTrial> held = trials.stream().filter(ModelTrial::holds).findFirst();
        if (held.isPresent()) {
            return new Chosen(held.get().model(), null, trials, "");
        }
        List<ShrunkNaive.Window> by = new ArrayList<>(List.of(window(windows, 1, before)));
        PurchaseHistories earlier = windows.histories(2, 0);
        if (!tries.tooFew(earlier)) {
            by.add(window(windows, 2, earlier));
        }
        ShrunkNaive instead = ShrunkNaive.of(by);
        return new Chosen(null, instead, trials, lost(trials.get(0), instead, windows.days()));
    }

    private ShrunkNaive.Window window(HeldOutWindows windows, int before, PurchaseHistories histories) {
        PurchaseFit nbd = tries.fit(
                NegativeBinomial.INSTANCE, histories, NegativeBinomial.INSTANCE.starts(histories.repeatRate()));
        return new ShrunkNaive.Window(nbd, windows.learned(before), windows.days());
    }

    /** The first of the models in the settings, without having been tried. */
    Chosen untried(String why) {
        PurchaseModel first = models().get(0);
        return new Chosen(
                first, null, List.of(), "ltv: " + first.name() + " could not be held against the last days: " + why);
    }

    private List<PurchaseModel> models() {
        return config.validation().models().stream()
                .map(name -> PurchaseModel.of(LtvConfig.Model.valueOf(name.toUpperCase(Locale.ROOT))))
                .toList();
    }

    private static String lost(ModelTrial likeliest, ShrunkNaive instead, int days) {
        return String.format(
                Locale.ROOT,
                "ltv: over the last %d days no model of buying at will erred less than going on at the rate of repeat orders so"
                        + " far: by %.3f orders a customer, %s by %.3f. That rate is used instead%s, and for who bought once"
                        + " %.0f %% of the rate of customers alike (model shrunk_naive; p_alive is not told)",
                days,
                likeliest.decided().naive(),
                likeliest.model().name(),
                likeliest.decided().mae(),
                instead.drawn() < TOLD
                        ? ""
                        : String.format(
                                Locale.ROOT, ", drawn by %.0f %% to that of customers alike", 100 * instead.drawn()),
                100 * instead.once());
    }

    private List<ModelTrial> trials(List<PurchaseModel> models, HeldOutWindows windows, PurchaseHistories before) {
        List<ModelTrial> trials = new ArrayList<>();
        for (PurchaseModel model : models) {
            trials.add(tries.of(model, windows, model.starts(before.repeatRate())));
        }
        // Stable: where nothing is told, in the order of the settings.
        trials.sort(Comparator.comparingDouble(trial -> Double.isNaN(trial.gain()) ? 0 : -trial.score()));
        return trials;
    }
}
