/// What a template is filled with: names and values, those without a value left out.
typealias HTMLValues = [String: Any]

extension HTMLValues {
    /// - Parameter pairs: A section of a template is left out for a name that has `nil`, or an empty text or list.
    init(present pairs: KeyValuePairs<String, Any?>) {
        self = [:]
        for (name, value) in pairs {
            switch value {
            case nil: continue
            case let text as String where text.isEmpty: continue
            case let list as [Any] where list.isEmpty: continue
            case let value?: self[name] = value
            }
        }
    }
}

/// A duration with a bar beside it.
struct HTMLDuration {
    /// More durations than these have no bars: a page of ten thousand is drawn twice as fast without.
    private static let barLimit = 2_000

    let longest: Double
    private let hasBars: Bool

    /// - Parameter durations: All that are shown beside each other, in milliseconds.
    init(_ durations: [Double]) {
        longest = durations.max() ?? 0
        hasBars = durations.count <= Self.barLimit
    }

    func values(_ milliseconds: Double) -> HTMLValues {
        guard hasBars else { return ["text": Self.text(milliseconds)] }
        let part = longest > 0 && milliseconds.isFinite ? milliseconds / longest * 100 : 0
        return ["percent": "\(Int(min(max(part, 1), 100).rounded()))", "text": Self.text(milliseconds)]
    }

    /// Whole milliseconds, or tenths where there are few of them.
    static func text(_ milliseconds: Double) -> String {
        guard milliseconds.isFinite, milliseconds.magnitude < 1e15 else { return "" }
        let tenths = Int((milliseconds * 10).rounded())
        return milliseconds >= 10 || tenths % 10 == 0
            ? "\(Int(milliseconds.rounded())) ms" : "\(tenths / 10).\(tenths % 10) ms"
    }
}
