/// What to do about a request that was refused.
public enum SkewDecision: Sendable, Hashable {
    /// Sign it again with this offset added to the local time, and send it once more.
    case signAgain(offset: Duration)

    /// Leave the refusal as it is.
    case keep(Reason)

    /// Why a refusal is not the clock's, or cannot be helped by signing again.
    public enum Reason: Sendable, Hashable {
        /// The error code is none a wrong clock causes.
        case notAClockError

        /// The policy forbids correction.
        case correctionDisabled

        /// The refusal carried no usable `Date`.
        case notMeasured

        /// The clock with which the request was signed is right enough.
        case belowThreshold

        /// The clock is further off than may be corrected silently.
        case beyondCap

        /// It was already tried once.
        case alreadyRetried
    }
}
