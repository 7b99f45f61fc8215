import Catalog
import Testing
import WireText

/// What follows a model where no row names a successor.
@Suite struct CurrentModelTests {
    private let catalog = ModelCatalog.documented

    @Test(arguments: [
        "anthropic.claude-3-5-sonnet-20241022-v2:0", "anthropic.claude-3-haiku-20240307-v1:0", "amazon.nova-lite-v1:0",
    ])
    func `is an active model of the same family`(id: String) throws {
        let day = try #require(CalendarDay("2026-11-30"))
        let old = try #require(catalog.entry(for: id))
        guard let found = catalog.current(like: old, on: day) else { return }
        let next = try #require(catalog.entry(for: found))
        #expect(next.id != old.id)
        #expect(next.provider == old.provider)
        #expect(next.lifecycle(on: day) == .active)
        for word in ["sonnet", "haiku", "lite"] { #expect(next.id.contains(word) == old.id.contains(word)) }
    }
}
