/* global document, getComputedStyle, requestAnimationFrame */
import {
  CellStyleModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  ModuleRegistry,
  TooltipModule,
  createGrid,
} from 'ag-grid-community';
import { originalOrder, chartMatrix, colors, left, top, sideLabels } from './matrix.js';

ModuleRegistry.registerModules([ClientSideRowModelModule, CellStyleModule, ColumnApiModule, TooltipModule]);

let grid;
let matrix;
let scrollers;
const rowData = ({ rows }) => rows.map((row) => ({ row, name: matrix.rows[row] }));
const frame = () => new Promise(requestAnimationFrame);

export function draw(root, input) {
  matrix = chartMatrix(input);
  const style = document.createElement('style');
  style.textContent =
    colors.map((color, side) => `.ag-cell.side-${side} { background: ${color} }`).join('') +
    '.ag-header-cell { padding: 0 !important } .ag-header-cell-label { writing-mode: vertical-rl }';
  const box = Object.assign(document.createElement('div'), { style: 'width: 960px; height: 600px' });
  root.append(style, box);
  return new Promise((resolve) => {
    grid = createGrid(box, {
      rowData: rowData(originalOrder(matrix)),
      rowHeight: 20,
      headerHeight: top,
      animateRows: false,
      suppressColumnMoveAnimation: true,
      onFirstDataRendered: resolve,
      defaultColDef: { width: 24, minWidth: 24, resizable: false, sortable: false },
      columnDefs: [
        { field: 'name', headerName: '', pinned: 'left', width: left },
        ...matrix.columns.map((headerName, column) => ({
          colId: `column-${column}`,
          headerName,
          valueGetter: ({ data }) => matrix.side(data.row, column),
          valueFormatter: () => '',
          cellClass: ({ value }) => `side-${value}`,
          tooltipValueGetter: ({ value }) => sideLabels[value],
        })),
      ],
    });
  });
}

export function reorder(order) {
  grid.setGridOption('rowData', rowData(order));
  const state = ['name', ...order.columns.map((column) => `column-${column}`)].map((colId) => ({ colId }));
  grid.applyColumnState({ state, applyOrder: true });
  return frame();
}

/** Finds scrollers by their overflow, since class names change between versions. */
function findScrollers() {
  const all = [...document.querySelectorAll('#root *')];
  const scrolls = (element, property) => /auto|scroll/.test(getComputedStyle(element)[property]);
  return {
    down: all.filter((each) => each.scrollHeight > each.clientHeight * 2 && scrolls(each, 'overflowY')),
    across: all.filter((each) => each.scrollWidth > each.clientWidth * 2 && scrolls(each, 'overflowX')),
  };
}

export function scrollTo(x, y) {
  scrollers ??= findScrollers();
  for (const each of scrollers.down) each.scrollTop = y;
  for (const each of scrollers.across) each.scrollLeft = x;
}
