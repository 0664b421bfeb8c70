import Persistence
import ServiceConfiguration
import ServiceHost
import VoiceCore

/// What voice keeps: audio as files, everything else in its SQLite database.
package struct StoragePlugin: ServicePlugin {
  package init() {}

  package var identity: String { "voice.storage" }

  package var provides: [AnyPortKey] {
    [
      PortKey<any BlobStore>.blobStore.any, PortKey<WorkFolder>.workFolder.any,
      PortKey<InstallationID>.installationID.any, PortKey<any CloneStore>.cloneStore.any,
      PortKey<any DeletionQueue>.deletionQueue.any, PortKey<any SampleStore>.sampleStore.any,
      PortKey<any NoteStore>.noteStore.any, PortKey<any RecordingStore>.recordingStore.any,
    ]
  }

  package var migrations: [Migration] { StorageMigrations.all }

  package func configure(_ variables: VariableReader) -> StorageConfiguration { StorageConfiguration(variables) }

  package func assemble(_ settings: StorageConfiguration, in assembly: PluginAssembly) async throws -> Contributions {
    let folder = "\(assembly.common.dataDirectory)/audio"
    let files = try FileBlobStore(root: folder)
    let work = try ProcessFolder(in: "\(folder)/work")
    for own in [files.parts, work] { assembly.onRelease { own.remove() } }
    let blobs = try Self.sealed(files, SealingKey(secret: settings.secret))
    assembly.provide(.blobStore, blobs)
    assembly.provide(.workFolder, WorkFolder(path: work.path))
    let database = try assembly.database()
    try await Self.provideTables(of: database, in: assembly)
    let sweeper = LeftoverSweeper(
      parts: files.parts, work: work, blobs: blobs, recordings: try assembly.port(.recordingStore),
      database: database, logger: assembly.logger)
    return Contributions(
      workers: [assembly.worker("storage.leftovers", every: .seconds(3600)) { try await sweeper.sweep() }])
  }

  private static func provideTables(of database: Database, in assembly: PluginAssembly) async throws {
    assembly.provide(.installationID, try await InstallationRow.read(database))
    assembly.provide(.cloneStore, GRDBCloneStore(database))
    assembly.provide(.deletionQueue, GRDBDeletionQueue(database))
    assembly.provide(.sampleStore, GRDBSampleStore(database))
    assembly.provide(.noteStore, GRDBNoteStore(database))
    assembly.provide(.recordingStore, GRDBRecordingStore(database))
  }

  private static func sealed(_ files: FileBlobStore, _ key: SealingKey) throws -> SealedBlobStore {
    try SealingKeyMark.check(key, in: files.root)
    return SealedBlobStore(files, key: key)
  }
}
