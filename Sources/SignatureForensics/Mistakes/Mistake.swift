import Codes

/// Something that a signer does wrong, as a change to the description of a signer.
struct Mistake: Sendable {
    /// The cause that it stands for.
    let cause: FindingCode
    /// A second cause that it takes: what is hashed before compression may be in another charset as well.
    var also: FindingCode?
    /// Another cause that the same bytes can be read as.
    var otherReading: FindingCode?
    let place: FaultPlace
    /// What was signed, in words: "the path as sent, without encoding it once more".
    let words: String
    /// The knobs that it turns: two mistakes that turn one and the same exclude each other.
    let knobs: Knobs
    /// The parts that it changes.
    let sections: SignerModel.Sections
    let reach: Reach
    /// The value of the one header that it replaces, where it does nothing else to the headers.
    var value: HeaderText.Value?
    let change: @Sendable (inout SignerModel) -> Void

    /// With how many others it is tried together.
    enum Reach: Int, Sendable, Comparable {
        /// Alone: there are many of its kind, such as every port or every second.
        case alone
        /// With one other.
        case pairs
        /// With two others.
        case triples

        static func < (left: Reach, right: Reach) -> Bool { left.rawValue < right.rawValue }
    }

    init(
        _ cause: FindingCode, at place: FaultPlace = .client, _ words: String, _ knobs: Knobs,
        _ sections: SignerModel.Sections, _ reach: Reach = .pairs,
        _ change: @escaping @Sendable (inout SignerModel) -> Void
    ) {
        self.cause = cause
        self.place = place
        self.words = words
        self.knobs = knobs
        self.sections = sections
        self.reach = reach
        self.change = change
    }
}

/// A set of knobs of a signer's description.
struct Knobs: OptionSet, Sendable, Hashable {
    let rawValue: UInt128

    static let method = Knobs(rawValue: 1 << 0)
    static let pathCoding = Knobs(rawValue: 1 << 1)
    static let pathAlphabet = Knobs(rawValue: 1 << 2)
    static let pathNormalization = Knobs(rawValue: 1 << 3)
    static let pathText = Knobs(rawValue: 1 << 4)
    static let pathEnds = Knobs(rawValue: 1 << 5)
    static let pathHex = Knobs(rawValue: 1 << 6)
    static let queryCoding = Knobs(rawValue: 1 << 7)
    static let queryAlphabet = Knobs(rawValue: 1 << 8)
    static let queryOrder = Knobs(rawValue: 1 << 9)
    static let queryEmpty = Knobs(rawValue: 1 << 10)
    static let queryPresence = Knobs(rawValue: 1 << 11)
    static let queryRepetition = Knobs(rawValue: 1 << 12)
    static let queryPlus = Knobs(rawValue: 1 << 13)
    static let queryHex = Knobs(rawValue: 1 << 14)
    static let headerTrim = Knobs(rawValue: 1 << 15)
    static let headerJoin = Knobs(rawValue: 1 << 16)
    static let headerOrder = Knobs(rawValue: 1 << 17)
    static let headerCase = Knobs(rawValue: 1 << 18)
    static let headerShape = Knobs(rawValue: 1 << 19)
    static let payload = Knobs(rawValue: 1 << 20)
    static let textAlgorithm = Knobs(rawValue: 1 << 21)
    static let textDate = Knobs(rawValue: 1 << 22)
    static let textScope = Knobs(rawValue: 1 << 23)
    static let textShape = Knobs(rawValue: 1 << 24)
    static let keySecret = Knobs(rawValue: 1 << 25)
    static let keyChain = Knobs(rawValue: 1 << 26)
    /// The date of the scope, in the key or in both.
    static let scopeDate = Knobs(rawValue: 1 << 27)
    static let scopeRegion = Knobs(rawValue: 1 << 28)
    static let scopeService = Knobs(rawValue: 1 << 29)
    static let scopeTerminator = Knobs(rawValue: 1 << 30)
    static let queryText = Knobs(rawValue: 1 << 31)

    /// The knobs of the header at a place: its value and its presence.
    ///
    /// Headers beyond the forty-eighth share theirs, which only means that they are not tried together.
    static func header(_ index: Int) -> Knobs { Knobs(rawValue: 1 << UInt128(32 + min(index, 47) * 2)) }
    static func headerPresence(_ index: Int) -> Knobs { Knobs(rawValue: 1 << UInt128(33 + min(index, 47) * 2)) }
}
