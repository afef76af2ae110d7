import java.io.File;
import org.apache.pdfbox.preflight.PreflightDocument;
import org.apache.pdfbox.preflight.ValidationResult;
import org.apache.pdfbox.preflight.parser.PreflightParser;

/** Says of every file that is named whether it is valid PDF/A-1b, and if not, why. */
public class Preflight {
    public static void main(String[] names) throws Exception {
        for (String name : names) {
            PreflightParser parser = new PreflightParser(new File(name));
            parser.parse();
            try (PreflightDocument document = parser.getPreflightDocument()) {
                document.validate();
                ValidationResult result = document.getResult();
                for (ValidationResult.ValidationError e : result.getErrorsList()) {
                    System.out.println(name + ": " + e.getErrorCode() + " " + e.getDetails() + " page " + e.getPageNumber());
                }
                System.out.println(name + ": " + (result.isValid() ? "valid" : "not valid"));
            }
        }
    }
}
