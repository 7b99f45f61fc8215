/// The first place where two canonical requests, or two strings to sign, differ.
///
/// The lines are kept with their secrets masked, each secret byte by a star, so that ``offset`` holds in them too.
public struct SectionDifference: Sendable, Hashable {
    /// The section that differs.
    public let section: SignedSection
    /// The line on the first side, secrets masked; nil if that side has no such line.
    public let first: [UInt8]?
    /// The line on the second side, secrets masked; nil if that side has no such line.
    public let second: [UInt8]?
    /// The index of the first byte that differs within the line; the length of the shorter line if one begins the other.
    public let offset: Int

    init(_ section: SignedSection, _ first: [UInt8]?, _ second: [UInt8]?) {
        self.section = section
        let left = first ?? []
        let right = second ?? []
        offset = zip(left, right).prefix { $0 == $1 }.count
        self.first = first.map { Self.masked($0, section) }
        self.second = second.map { Self.masked($0, section) }
    }

    /// The same difference seen from the other side.
    var reversed: SectionDifference { SectionDifference(section, second, first) }

    private static func masked(_ line: [UInt8], _ section: SignedSection) -> [UInt8] {
        switch section {
        case .query: SecretMask.masked(query: line)
        case .header, .headerOrder: SecretMask.masked(header: line)
        case .shape: SecretMask.masked(anything: line)
        default: line
        }
    }
}

extension SectionDifference {
    /// Both lines one below the other, with a caret under the first byte that differs.
    ///
    /// Bytes beyond printable ASCII are written as `\xNN`, long lines are cut around the difference.
    ///
    /// - Parameters:
    ///   - first: what to call the first side.
    ///   - second: what to call the second side.
    public func rendered(first: String, second: String) -> String {
        let width = max(first.count, second.count)
        let left = VisibleBytes.window(self.first ?? [], around: offset)
        let right = VisibleBytes.window(self.second ?? [], around: offset)
        func row(_ name: String, _ line: [UInt8]?, _ window: VisibleBytes.Window) -> String {
            "  \(name)\(String(repeating: " ", count: width - name.count)) \(line == nil ? "(absent)" : window.text)"
        }
        var rows = [
            "the \(section) differs at byte \(offset)", row(first, self.first, left), row(second, self.second, right),
        ]
        if self.first != nil, self.second != nil {
            rows.append(String(repeating: " ", count: width + 3 + left.column) + "^")
        }
        return rows.joined(separator: "\n")
    }
}

extension SectionDifference: CustomStringConvertible {
    /// The rendering with the names "first" and "second".
    public var description: String { rendered(first: "first", second: "second") }
}
