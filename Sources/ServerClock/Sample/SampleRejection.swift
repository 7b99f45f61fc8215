public import WireText

/// Why an answer says nothing about the server's clock.
public enum SampleRejection: Error, Sendable, Hashable {
    /// It has an `Age`, so a cache gave it: its `Date` is from when the cache fetched it.
    case cached(age: String)

    /// Its `X-Cache` says that a cache gave it.
    case cacheHit(String)

    /// It has no `Date`.
    case noDate

    /// It has more than one `Date`; somebody on the way added one.
    case severalDates(Int)

    /// Its `Date` is no HTTP date.
    case malformedDate(HTTPDateError)

    /// It is a redirect, so it need not be from the host whose clock matters.
    case redirect(status: Int)

    /// It took longer than the rules allow, so the interval would be too wide to mean anything.
    case roundTripTooLong(Duration)

    /// It carries no `x-amzn-RequestId`, so it is not AWS that answered.
    case noRequestID

    /// By the local clock it came before it was asked for.
    case timeRanBackwards
}

extension SampleRejection: CustomStringConvertible {
    /// The reason in words.
    public var description: String {
        switch self {
        case .cached: "a cache answered: the answer has an Age"
        case .cacheHit: "a cache answered: X-Cache says hit"
        case .noDate: "the answer has no Date"
        case .severalDates(let count): "the answer has \(count) Dates"
        case .malformedDate(let error): "the answer's Date is malformed: \(error)"
        case .redirect(let status): "the answer is a redirect (\(status))"
        case .roundTripTooLong(let time): "the answer took \(time.components.seconds) s"
        case .noRequestID: "the answer has no x-amzn-RequestId, so it is not from AWS"
        case .timeRanBackwards: "the local clock ran backwards meanwhile"
        }
    }
}
