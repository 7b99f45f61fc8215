import ArgumentParser
import Catalog
import Report

/// The names of regions that a command is given.
enum RegionNames {
    /// Refuses what cannot be a region before anything is sent for it.
    ///
    /// A name in the form of a region that nothing known resembles may be newer than the catalog: it is asked all the same.
    ///
    /// - Parameter origin: The option or variable that named them.
    /// - Throws: `ValidationError`, with the region that was probably meant.
    static func check(_ names: [String], from origin: String) throws {
        for name in names where !RegionCatalog.looksLikeRegion(name) {
            let shown = VisibleText.of(String(name.prefix(64)))
            if let nearest = RegionCatalog.nearest(to: name) {
                throw ValidationError("\(origin): there is no region '\(shown)'; did you mean \(nearest)?")
            }
            if !RegionCatalog.isWellFormed(name) {
                throw ValidationError("\(origin) takes regions such as eu-west-1, found '\(shown)'.")
            }
        }
    }
}
