package javax.activation;

import java.io.IOException;
import java.io.InputStream;

/** Stands in for a class of old Java that Preflight reads its file by. */
public interface DataSource {
    InputStream getInputStream() throws IOException;
}
