/// Something that a reporter tells of where and how the call is made, by which advice is chosen.
package struct Circumstance: Sendable, Hashable {
    package enum Kind: Sendable, Hashable, CaseIterable {
        /// An organization lets its accounts use some regions only: an SCP, Control Tower.
        case regionsRestricted
        /// The way out leads through a proxy.
        case behindProxy
        /// The program works all the same: what was asked for is answered beside the failure.
        case worksAllTheSame
        /// Only a new start of the program ends the failure.
        case needsRestart
    }

    package let kind: Kind

    /// The reporter's words.
    package let evidence: String

    /// The line in which they stand.
    package let line: Int
}
