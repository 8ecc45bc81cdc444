/** The little that a page does beyond what it shows without script: notes beside their citation, a map that zooms, lists that filter. */
import { openNotes } from "./notes";
import { zoomMaps } from "./map";
import { filterLists } from "./filter";

openNotes();
zoomMaps();
filterLists();
