/**
 * What there is to do today, and for whom: tonight's offers, segments, contracts, tickets and past offers come in; the tables
 * {@code worklist} (care before selling) and {@code account_briefs} go out.
 */
package io.osusume.worklist;
