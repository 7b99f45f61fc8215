package import Evidence
import Report

extension SignatureTimes {
    /// The skew in words, such as `14 min 31 s behind`.
    package var skewInWords: String? {
        guard let skew = skewSeconds else { return nil }
        return SpanOfTime.words(seconds: skew) + (skew < 0 ? " behind" : " ahead")
    }
}
