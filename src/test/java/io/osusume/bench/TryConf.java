package io.osusume.bench;

import io.osusume.config.*;
import java.util.Optional;

final class TryConf {
    private TryConf() {}

    static RulesConfig of(double s, long c, int l, double conf) {
        return new RulesConfig(
                s, c, l, conf, Optional.empty(), 20_000_000, 90, new CustomerRulesConfig(365, 60, 0.01, 10));
    }
}
