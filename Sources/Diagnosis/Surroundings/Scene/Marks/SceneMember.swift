import Evidence
import Report

/// Something that a scene can name, declared once with the marks by which a text shows it.
protocol SceneMember: Sendable, Equatable {
    /// As a report shows it.
    var name: String { get }
    var sights: [SceneSight] { get }

    /// What others write as well: it counts only where no member of all shows by marks of its own.
    var faint: [SceneSight] { get }

    /// In the order in which they are looked for.
    static var all: [Self] { get }
}

extension SceneMember {
    var faint: [SceneSight] { [] }

    static func == (first: Self, second: Self) -> Bool { first.name == second.name }

    /// The first of all that a text shows, and where.
    static func first(in text: IndexedText) -> (name: String, place: Range<Int>)? {
        for member in all {
            if let place = member.sights.place(in: text) { return (member.name, place) }
        }
        for member in all {
            if let place = member.faint.place(in: text) { return (member.name, place) }
        }
        return nil
    }

    /// The member that a fact of a scene names.
    init?(_ fact: Scene.Fact?) {
        guard let name = fact?.value, let member = Self.all.first(where: { $0.name == name }) else { return nil }
        self = member
    }
}

extension [SceneSight] {
    /// Where the first of them that shows stands.
    func place(in text: IndexedText) -> Range<Int>? {
        lazy.compactMap { $0.place(in: text) }.first
    }
}

extension Scene {
    /// The program through which the call was made.
    var program: ClientProgram? { ClientProgram(client) }

    /// The SDK or HTTP library below it.
    var library: ClientLibrary? { ClientLibrary(sdk) }

    /// Where the program ran.
    var runtimePlace: RuntimePlace? { RuntimePlace(runtime) }

    /// Who answered, where that was not the service itself.
    var answerer: Answerer? { answeredBy.flatMap { Answerer.named($0.value) } }
}
