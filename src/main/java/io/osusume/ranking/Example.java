package io.osusume.ranking;

import com.esotericsoftware.kryo.DefaultSerializer;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import java.io.Serializable;

/**
 * One candidate of a window of the past, and what came of it.
 *
 * @param window 1 is the latest
 * @param bought within the window's horizon
 * @param weight 1, over the share of its kind that is learned from
 */
@SuppressWarnings("ArrayRecordComponent") // read only, and never compared
@DefaultSerializer(JavaSerializer.class) // Kryo cannot write records
record Example(int window, String customer, int product, float[] features, boolean bought, double weight)
        implements Serializable {}
