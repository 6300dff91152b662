using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Entente.Tests;

/// <summary>The operations on files that can be made to fail.</summary>
internal enum FileOperation { Open, Read, Write, Sync, Truncate, Delete, ShmMap }

/// <summary>
/// A file system for SQLite that hands everything on to the real one until it is told to fail: the Nth write, sync, … from now, once or from
/// then on. It becomes the default of the whole process, so that the product is tested as it is; tests that use it run alone.
/// </summary>
internal static unsafe partial class FaultyFileSystem
{
    private static readonly Vfs* Real = Find(null);
    private static readonly Vfs* Shim = Make();
    private static FileOperation operation;
    private static int countdown, error;
    private static bool isSticky;

    public const int IoErr = 10, Full = 13;

    /// <summary>Whether the fault that was asked for has struck.</summary>
    public static bool HasStruck { get; private set; }

    public static IDisposable Install()
    {
        Disarm();
        Assert.Equal(0, Register(Shim, 1));
        return new Uninstaller();
    }

    /// <param name="n">1 for the next such operation.</param>
    /// <param name="sticks">Whether all such operations after it fail too, as on a disk that is full or gone.</param>
    public static void Arm(FileOperation what, int n, int code, bool sticks) =>
        (operation, countdown, error, isSticky, HasStruck) = (what, n, ExtendedCode(what, code), sticks, false);

    public static void Disarm() => (countdown, isSticky) = (0, false);

    /// <summary>For a look at the files in between, without a fault.</summary>
    public static void Suspended(Action look)
    {
        var (left, sticks) = (countdown, isSticky);
        Disarm();
        look();
        (countdown, isSticky) = (left, sticks);
    }

    private static int ExtendedCode(FileOperation what, int code) => code != IoErr ? code : what switch
    {
        FileOperation.Read => 266,
        FileOperation.Write => 778,
        FileOperation.Sync => 1034,
        FileOperation.Truncate => 1546,
        FileOperation.Delete => 2570,
        FileOperation.ShmMap => 5386,
        _ => 14,
    };

    private static bool Fails(FileOperation what)
    {
        if (what != operation || (countdown <= 0 && !(isSticky && HasStruck)))
            return false;
        if (countdown > 0 && --countdown > 0)
            return false;
        HasStruck = true;
        return true;
    }

    private static Vfs* Make()
    {
        var methods = (IoMethods*)NativeMemory.AllocZeroed((nuint)sizeof(IoMethods));
        *methods = new()
        {
            Version = 3,
            Close = &Close,
            Read = &Read,
            Write = &Write,
            Truncate = &Truncate,
            Sync = &Sync,
            FileSize = &FileSize,
            Lock = &Lock,
            Unlock = &Unlock,
            CheckReservedLock = &CheckReservedLock,
            FileControl = &FileControl,
            SectorSize = &SectorSize,
            DeviceCharacteristics = &DeviceCharacteristics,
            ShmMap = &ShmMap,
            ShmLock = &ShmLock,
            ShmBarrier = &ShmBarrier,
            ShmUnmap = &ShmUnmap,
            Fetch = &Fetch,
            Unfetch = &Unfetch,
        };
        var shim = (Vfs*)NativeMemory.AllocZeroed((nuint)sizeof(Vfs));
        *shim = *Real;
        shim->Next = null;
        shim->Name = (byte*)Marshal.StringToCoTaskMemUTF8("faulty");
        shim->FileBytes += sizeof(ShimFile);
        shim->Open = &Open;
        shim->Delete = &Delete;
        ShimMethods = methods;
        return shim;
    }

    private static IoMethods* ShimMethods { get; set; }

    private static ShimFile* Beneath(ShimFile* file) => file + 1;

    private static IoMethods* MethodsOf(ShimFile* file) => Beneath(file)->Methods;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Open(Vfs* vfs, byte* name, ShimFile* file, int flags, int* outFlags)
    {
        file->Methods = null;
        if (Fails(FileOperation.Open))
            return error;
        Beneath(file)->Methods = null;
        int rc = Real->Open(Real, name, Beneath(file), flags, outFlags);
        file->Methods = MethodsOf(file) is null ? null : ShimMethods;
        return rc;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Delete(Vfs* vfs, byte* name, int syncDirectory) => Fails(FileOperation.Delete) ? error : Real->Delete(Real, name, syncDirectory);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Close(ShimFile* file) => MethodsOf(file)->Close(Beneath(file));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Read(ShimFile* file, void* buffer, int amount, long offset) =>
        Fails(FileOperation.Read) ? error : MethodsOf(file)->Read(Beneath(file), buffer, amount, offset);

    /// <summary>A write that fails has written half, as a full disk does.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Write(ShimFile* file, void* buffer, int amount, long offset)
    {
        if (!Fails(FileOperation.Write))
            return MethodsOf(file)->Write(Beneath(file), buffer, amount, offset);
        _ = MethodsOf(file)->Write(Beneath(file), buffer, amount / 2, offset);
        return error;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Truncate(ShimFile* file, long size) => Fails(FileOperation.Truncate) ? error : MethodsOf(file)->Truncate(Beneath(file), size);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Sync(ShimFile* file, int flags) => Fails(FileOperation.Sync) ? error : MethodsOf(file)->Sync(Beneath(file), flags);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int FileSize(ShimFile* file, long* size) => MethodsOf(file)->FileSize(Beneath(file), size);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Lock(ShimFile* file, int level) => MethodsOf(file)->Lock(Beneath(file), level);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Unlock(ShimFile* file, int level) => MethodsOf(file)->Unlock(Beneath(file), level);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int CheckReservedLock(ShimFile* file, int* result) => MethodsOf(file)->CheckReservedLock(Beneath(file), result);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int FileControl(ShimFile* file, int what, void* argument) => MethodsOf(file)->FileControl(Beneath(file), what, argument);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int SectorSize(ShimFile* file) => MethodsOf(file)->SectorSize(Beneath(file));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int DeviceCharacteristics(ShimFile* file) => MethodsOf(file)->DeviceCharacteristics(Beneath(file));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int ShmMap(ShimFile* file, int page, int pageSize, int extend, void** memory) =>
        Fails(FileOperation.ShmMap) ? error : MethodsOf(file)->ShmMap(Beneath(file), page, pageSize, extend, memory);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int ShmLock(ShimFile* file, int offset, int n, int flags) => MethodsOf(file)->ShmLock(Beneath(file), offset, n, flags);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void ShmBarrier(ShimFile* file) => MethodsOf(file)->ShmBarrier(Beneath(file));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int ShmUnmap(ShimFile* file, int delete) => MethodsOf(file)->ShmUnmap(Beneath(file), delete);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Fetch(ShimFile* file, long offset, int amount, void** memory) => MethodsOf(file)->Fetch(Beneath(file), offset, amount, memory);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Unfetch(ShimFile* file, long offset, void* memory) => MethodsOf(file)->Unfetch(Beneath(file), offset, memory);

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_vfs_find")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial Vfs* Find(byte* name);

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_vfs_register")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial int Register(Vfs* vfs, int makeDefault);

    private sealed class Uninstaller : IDisposable
    {
        public void Dispose()
        {
            Disarm();
            Assert.Equal(0, Register(Real, 1));
        }
    }

    /// <summary>sqlite3_file, ours; the real one stands right behind it.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct ShimFile
    {
        public IoMethods* Methods;
    }

    /// <summary>sqlite3_vfs as far as it is used here; the rest is copied.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Vfs
    {
        public int Version, FileBytes, MaxPath;
        public Vfs* Next;
        public byte* Name;
        public void* AppData;
        public delegate* unmanaged[Cdecl]<Vfs*, byte*, ShimFile*, int, int*, int> Open;
        public delegate* unmanaged[Cdecl]<Vfs*, byte*, int, int> Delete;
        public Rest Others;

        /// <summary>xAccess … xNextSystemCall.</summary>
        [InlineArray(14)]
        public struct Rest
        {
            private nint first;
        }
    }

    /// <summary>sqlite3_io_methods, version 3.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct IoMethods
    {
        public int Version;
        public delegate* unmanaged[Cdecl]<ShimFile*, int> Close;
        public delegate* unmanaged[Cdecl]<ShimFile*, void*, int, long, int> Read, Write;
        public delegate* unmanaged[Cdecl]<ShimFile*, long, int> Truncate;
        public delegate* unmanaged[Cdecl]<ShimFile*, int, int> Sync;
        public delegate* unmanaged[Cdecl]<ShimFile*, long*, int> FileSize;
        public delegate* unmanaged[Cdecl]<ShimFile*, int, int> Lock, Unlock;
        public delegate* unmanaged[Cdecl]<ShimFile*, int*, int> CheckReservedLock;
        public delegate* unmanaged[Cdecl]<ShimFile*, int, void*, int> FileControl;
        public delegate* unmanaged[Cdecl]<ShimFile*, int> SectorSize, DeviceCharacteristics;
        public delegate* unmanaged[Cdecl]<ShimFile*, int, int, int, void**, int> ShmMap;
        public delegate* unmanaged[Cdecl]<ShimFile*, int, int, int, int> ShmLock;
        public delegate* unmanaged[Cdecl]<ShimFile*, void> ShmBarrier;
        public delegate* unmanaged[Cdecl]<ShimFile*, int, int> ShmUnmap;
        public delegate* unmanaged[Cdecl]<ShimFile*, long, int, void**, int> Fetch;
        public delegate* unmanaged[Cdecl]<ShimFile*, long, void*, int> Unfetch;
    }
}
