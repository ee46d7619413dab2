package io.osusume;

import org.apache.spark.SparkConf;
import org.apache.spark.serializer.KryoSerializer;
import org.apache.spark.serializer.SerializerInstance;
import scala.reflect.ClassTag$;

/** What Spark sends and stores goes through {@code spark.serializer}, which a site may have set to Kryo. */
public final class SentByKryo {
    private SentByKryo() {}

    /** What arrives. */
    @SuppressWarnings("unchecked")
    public static <T> T of(T value) {
        SerializerInstance kryo = new KryoSerializer(new SparkConf()).newInstance();
        return (T) kryo.deserialize(kryo.serialize(value, ClassTag$.MODULE$.Any()), ClassTag$.MODULE$.Any());
    }
}
