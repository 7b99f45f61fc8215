/// What an offset of the local clock means for whoever signs requests.
public enum SkewVerdict: Sendable, Hashable {
    /// Less than a second.
    case agrees

    /// A second or more, but less than the threshold: signatures are accepted, and the margin shrinks.
    case off

    /// The threshold or more: requests are refused, or soon will be.
    case tooFar
}
