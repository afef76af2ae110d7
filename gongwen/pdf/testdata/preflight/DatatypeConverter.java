package javax.xml.bind;

import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.GregorianCalendar;

/** Stands in for a class of old Java that Preflight reads numbers and the dates of XMP by. */
public final class DatatypeConverter {
    private DatatypeConverter() {}

    public static int parseInt(String text) {
        return Integer.parseInt(text.trim());
    }

    public static Calendar parseDateTime(String text) {
        return GregorianCalendar.from(ZonedDateTime.parse(text.trim()));
    }
}
