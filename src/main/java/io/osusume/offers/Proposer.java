package io.osusume.offers;

import java.io.Serializable;
import java.util.List;

/** Makes the candidates of one offer type, from what is known of one target alone: never from customers × products. */
interface Proposer extends Serializable {
    List<Proposal> propose(Target target);
}
